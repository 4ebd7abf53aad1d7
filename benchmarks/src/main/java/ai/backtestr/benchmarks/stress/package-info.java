/// What one thread writes and others read without locks, raced against each other: `java -cp benchmarks.jar
/// org.openjdk.jcstress.Main`.
@NullMarked
package ai.backtestr.benchmarks.stress;

import org.jspecify.annotations.NullMarked;
