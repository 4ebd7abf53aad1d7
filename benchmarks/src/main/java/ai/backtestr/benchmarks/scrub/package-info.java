/// `java -cp benchmarks.jar ai.backtestr.benchmarks.scrub.ScrubCheck --home HOME --symbol SYMBOL`: seeks,
/// scrubs and queries a large store and holds what it measures against the targets.
@org.jspecify.annotations.NullMarked
package ai.backtestr.benchmarks.scrub;
