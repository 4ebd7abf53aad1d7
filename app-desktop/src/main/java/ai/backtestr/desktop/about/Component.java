package ai.backtestr.desktop.about;

import java.util.Locale;

/// Something that the program is made of.
///
/// @param name what it is called, with its group
/// @param version which version
/// @param licences under which it may be used; any of them where there are several
/// @param site where more is to be read; empty for nowhere
public record Component(String name, String version, String licences, String site) {
    /// Tells whether the words are part of it, whatever the case.
    public boolean matches(String words) {
        return (name + " " + version + " " + licences + " " + site)
                .toLowerCase(Locale.ROOT)
                .contains(words.strip().toLowerCase(Locale.ROOT));
    }
}
