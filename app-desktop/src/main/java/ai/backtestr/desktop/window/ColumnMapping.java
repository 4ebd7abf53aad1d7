package ai.backtestr.desktop.window;

import ai.backtestr.data.imports.FileColumns;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// What each column of a file is to be read as, between the text `time=0,bid=1,ask=2` and a choice for each column.
///
/// @param roles the role of each column from the left; empty where it is not read
record ColumnMapping(List<String> roles) {
    ColumnMapping {
        roles = List.copyOf(roles);
    }

    /// Returns what the columns are taken for where nothing is stated.
    static ColumnMapping found(FileColumns file) {
        return new ColumnMapping(
                file.columns().stream().map(FileColumns.Column::role).toList());
    }

    /// Reads what is typed as far as it can be understood; the rest is told of where it is typed.
    static ColumnMapping typed(String text, FileColumns file) {
        Map<Integer, String> roles = new TreeMap<>();
        for (String pair : text.split(",", -1)) {
            int equals = pair.indexOf('=');
            int place = equals < 0 ? -1 : place(pair.substring(equals + 1).strip(), file);
            if (place >= 0) {
                roles.put(
                        place,
                        pair.substring(0, equals)
                                .strip()
                                .toLowerCase(Locale.ROOT)
                                .replace('-', '_'));
            }
        }
        return new ColumnMapping(IntStream.range(0, file.columns().size())
                .mapToObj(place -> roles.getOrDefault(place, ""))
                .toList());
    }

    private static int place(String column, FileColumns file) {
        for (int i = 0; i < file.columns().size(); i++) {
            if (!column.isEmpty() && file.columns().get(i).name().equals(column)) {
                return i;
            }
        }
        boolean isNumber = column.matches("\\d{1,4}")
                && Integer.parseInt(column) < file.columns().size();
        return isNumber ? Integer.parseInt(column) : -1;
    }

    /// Reads a column as something else; the column that was read so before is not read any more.
    ///
    /// @param role empty for a column that is not to be read
    ColumnMapping with(int place, String role) {
        return new ColumnMapping(IntStream.range(0, roles.size())
                .mapToObj(at -> at == place ? role : roles.get(at).equals(role) ? "" : roles.get(at))
                .toList());
    }

    /// Writes it as it is typed: `time=0,bid=1,ask=2`.
    String text() {
        Map<String, Integer> stated = new LinkedHashMap<>();
        for (int place = 0; place < roles.size(); place++) {
            if (!roles.get(place).isEmpty()) {
                stated.put(roles.get(place), place);
            }
        }
        return stated.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue())
                .collect(Collectors.joining(","));
    }
}
