package ai.backtestr.desktop.userstrategy;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// What can stand at a place of a source. Immutable.
///
/// @param from where the word begins whose place an offer takes, counted from the beginning of the source
/// @param offers what is in reach there, the nearest first; not only what begins like the word typed so far
public record Completion(int from, List<Offer> offers) {
    public Completion {
        offers = List.copyOf(offers);
    }

    /// What kind of name is offered.
    public enum Kind {
        /// A variable or a parameter of the method.
        LOCAL,
        /// A field, or a constant.
        FIELD,
        /// A method.
        METHOD,
        /// A class, an interface, a record or an enum.
        TYPE
    }

    /// A name in reach.
    ///
    /// @param kind what it is a name of
    /// @param name the name itself
    /// @param parameters of a method, as they are declared: `(long quantity)`; of all else empty
    /// @param type what it has or returns; of a type, its package
    /// @param documentation the first sentence on it; empty where none is known
    /// @param importing the type to be imported with it; empty where it is in reach as it is
    public record Offer(
            Kind kind, String name, String parameters, String type, String documentation, String importing) {
        /// Returns what is written when it is taken.
        public String text() {
            return kind == Kind.METHOD ? name + "()" : name;
        }

        /// Returns where in [#text()] the typing goes on.
        public int caret() {
            return kind == Kind.METHOD && !parameters.equals("()") ? name.length() + 1 : text().length();
        }
    }

    /// Returns those that begin like what was typed, then those with a later word of their name that does.
    public List<Offer> fitting(String typed) {
        String start = typed.toLowerCase(Locale.ROOT);
        List<Offer> first = offers.stream()
                .filter(offer -> offer.name().toLowerCase(Locale.ROOT).startsWith(start))
                .toList();
        List<Offer> later = offers.stream()
                .filter(offer -> !first.contains(offer) && hasWord(offer.name(), start))
                .toList();
        return Stream.concat(first.stream(), later.stream()).toList();
    }

    private static boolean hasWord(String name, String start) {
        for (int i = 1; i < name.length(); i++) {
            boolean isWord = Character.isUpperCase(name.charAt(i)) || name.charAt(i - 1) == '_';
            if (isWord && name.substring(i).toLowerCase(Locale.ROOT).startsWith(start)) {
                return true;
            }
        }
        return false;
    }
}
