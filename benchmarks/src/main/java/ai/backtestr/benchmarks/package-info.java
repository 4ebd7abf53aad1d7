/// The JMH suite: one class a question, each beside the limit it is measured against.
@NullMarked
package ai.backtestr.benchmarks;

import org.jspecify.annotations.NullMarked;
