package ai.backtestr.data.imports;

import ai.backtestr.data.store.Origin;
import ai.backtestr.engine.instrument.Instrument;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/// What an import is made of: its files in the order of their first times, and what is known of them.
///
/// @param files the files
/// @param exact whether all rows were looked at, not only the first ones
record ImportPlan(List<Planned> files, boolean exact) {
    /// A file and what is known of it.
    ///
    /// @param file the file
    /// @param fingerprint its content
    /// @param facts what its rows tell
    record Planned(TickFile file, Fingerprint fingerprint, FileFacts facts) {
        /// Says in words what the file is.
        private String describe() {
            String told = file.describe();
            return told + (facts.unit() == null || told.contains("times in") ? "" : ", times in " + facts.unit());
        }
    }

    private static final int HEAD_ROWS = 2000;

    /// Expects of all rows what the first of each file tell, which is enough where files are in order and prices
    /// have the decimals that they seem to have.
    static ImportPlan expected(List<TickFile> files, List<Fingerprint> fingerprints, ImportWatch watch) {
        List<Planned> planned = new ArrayList<>();
        for (int i = 0; i < files.size(); i++) {
            planned.add(new Planned(files.get(i), fingerprints.get(i), head(files.get(i), watch)));
        }
        return sorted(planned, false);
    }

    private static FileFacts head(TickFile file, ImportWatch watch) {
        FileFacts facts = new FileFacts();
        try (TickReader reader = file.read(watch.uncounted())) {
            RawTick tick = reader.tick();
            for (int row = 0; row < HEAD_ROWS && reader.next(); row++) {
                if (tick.reason.isEmpty()) {
                    facts.take(tick);
                }
            }
        }
        return facts;
    }

    /// Looks at all rows.
    static ImportPlan exact(ImportPlan expected, ImportWatch watch) {
        List<FilePlan> plans = expected.files.stream()
                .map(planned -> new FilePlan(planned.file(), TickTaker.FACTS))
                .toList();
        List<Planned> planned = new ArrayList<>();
        try (ImportBatches batches = new ImportBatches(plans, watch.uncounted())) {
            for (Planned file : expected.files) {
                planned.add(new Planned(file.file(), file.fingerprint(), facts(batches)));
            }
        }
        return sorted(planned, true);
    }

    private static FileFacts facts(ImportBatches batches) {
        FileFacts facts = new FileFacts();
        for (TickBatch batch = batches.next(); batch != null; batch = batches.next()) {
            facts.take(batch.facts);
            batches.free(batch);
            if (batch.last) {
                break;
            }
        }
        return facts;
    }

    private static ImportPlan sorted(List<Planned> planned, boolean exact) {
        return new ImportPlan(
                planned.stream()
                        .sorted(Comparator.comparingLong(file -> file.facts().firstNs()))
                        .toList(),
                exact);
    }

    /// Tells whether it can be tried: the first rows of every file hold ticks, and are in order.
    boolean isPlausible() {
        return exact || (inTimeOrder() && files.stream().allMatch(ImportPlan::hasTicksIfAny));
    }

    private static boolean hasTicksIfAny(Planned planned) {
        return planned.facts().any() || planned.file().source().openBytes() == 0;
    }

    /// Tells whether times never decrease, as far as is known.
    boolean inTimeOrder() {
        long last = Long.MIN_VALUE;
        for (Planned planned : files) {
            FileFacts facts = planned.facts();
            if (!facts.inTimeOrder() || facts.firstNs() < last) {
                return false;
            }
            last = Math.max(last, facts.lastNs());
        }
        return true;
    }

    /// Makes an instrument with the decimals that the files need.
    Instrument newInstrument(String symbol) {
        int price =
                files.stream().mapToInt(file -> file.facts().priceScale()).max().orElse(0);
        int quantity = files.stream()
                .mapToInt(file -> file.facts().quantityScale())
                .max()
                .orElse(0);
        return NewInstrument.of(symbol, price, quantity);
    }

    Origin origin() {
        List<String> names =
                files.stream().map(file -> file.file().source().name()).toList();
        String format = files.stream()
                .filter(file -> file.facts().any())
                .map(Planned::describe)
                .distinct()
                .collect(Collectors.joining("; "));
        return new Origin(
                names,
                format,
                Fingerprint.ofAll(files.stream().map(Planned::fingerprint).toList()));
    }
}
