package ai.backtestr.desktop.action;

/// Something that the palette offers.
///
/// @param kind what it is, such as `Instrument`
/// @param title what it is found by
/// @param detail what else is shown of it, and found by less well
/// @param keys what does the same without the palette; empty for nothing
/// @param work what choosing it does, on the FX thread
public record PaletteEntry(String kind, String title, String detail, String keys, Runnable work) {
    static PaletteEntry of(UserAction action) {
        return new PaletteEntry(
                action.group().title(), action.title(), action.help(), action.keysText(), action::perform);
    }
}
