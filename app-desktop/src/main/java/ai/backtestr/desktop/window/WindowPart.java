package ai.backtestr.desktop.window;

/// A part of the window that keys lead to.
///
/// @param title what it is called
/// @param show brings it up and gives it the focus
record WindowPart(String title, Runnable show) {}
