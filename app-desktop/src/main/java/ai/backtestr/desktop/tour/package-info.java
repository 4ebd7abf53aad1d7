/// A tour of the window: notes beside what they tell of, which never stand in the way.
package ai.backtestr.desktop.tour;
