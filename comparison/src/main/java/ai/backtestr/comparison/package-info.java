/// The chart beside another library's, with the same bars in the same window.
@NullMarked
package ai.backtestr.comparison;

import org.jspecify.annotations.NullMarked;
