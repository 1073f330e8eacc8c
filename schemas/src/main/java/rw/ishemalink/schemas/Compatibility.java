package rw.ishemalink.schemas;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.avro.LogicalType;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.SchemaCompatibilityType;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/**
 * Whether two versions of a contract can live together: each reads what the other wrote, and means the same by it.
 * Avro's own check passes a changed logical type (a decimal scale, milliseconds for microseconds); this one does not.
 */
@NullMarked
public final class Compatibility {

    private Compatibility() {}

    /** What breaks between the two, in words; empty when nothing does. */
    public static List<String> problems(Schema earlier, Schema later) {
        List<String> problems = new ArrayList<>();
        problems.addAll(unreadable("the earlier version cannot read the later", earlier, later));
        problems.addAll(unreadable("the later version cannot read the earlier", later, earlier));
        changedMeaning(later.getName(), earlier, later, problems, new ArrayList<>());
        return List.copyOf(problems);
    }

    /** What the contract itself lacks: a doc on every record, field and enum, a default on every enum, optional fields as [null, T]. */
    public static List<String> shortcomings(Schema schema) {
        List<String> problems = new ArrayList<>();
        shortcomings(schema.getName(), schema, problems, new ArrayList<>());
        return List.copyOf(problems);
    }

    private static List<String> unreadable(String direction, Schema reader, Schema writer) {
        var result = SchemaCompatibility.checkReaderWriterCompatibility(reader, writer)
                .getResult();
        return result.getCompatibility() == SchemaCompatibilityType.COMPATIBLE
                ? List.of()
                : result.getIncompatibilities().stream()
                        .map(i -> direction + ": " + i.getLocation() + " " + i.getMessage())
                        .toList();
    }

    private static void changedMeaning(
            String at, Schema earlier, Schema later, List<String> problems, List<String> seen) {
        if (!Objects.equals(logicalType(earlier), logicalType(later))) {
            problems.add(at + ": logical type changed from " + logicalType(earlier) + " to " + logicalType(later));
        }
        if (earlier.getType() != later.getType() || alreadySeen(later, seen)) {
            return;
        }
        switch (earlier.getType()) {
            case RECORD -> {
                for (Schema.Field field : earlier.getFields()) {
                    Schema.Field same = later.getField(field.name());
                    if (same != null) {
                        changedMeaning(at + "." + field.name(), field.schema(), same.schema(), problems, seen);
                    }
                }
            }
            case UNION -> {
                for (int i = 0;
                        i < Math.min(earlier.getTypes().size(), later.getTypes().size());
                        i++) {
                    changedMeaning(
                            at, earlier.getTypes().get(i), later.getTypes().get(i), problems, seen);
                }
            }
            case ARRAY -> changedMeaning(at + "[]", earlier.getElementType(), later.getElementType(), problems, seen);
            case MAP -> changedMeaning(at + "{}", earlier.getValueType(), later.getValueType(), problems, seen);
            default -> {
                // A primitive or enum: its logical type was compared above.
            }
        }
    }

    private static String logicalType(Schema schema) {
        LogicalType type = schema.getLogicalType();
        return type == null
                ? "none"
                : type.getName() + schema.getObjectProps().getOrDefault("precision", "") + "/"
                        + schema.getObjectProps().getOrDefault("scale", "");
    }

    private static void shortcomings(String at, Schema schema, List<String> problems, List<String> seen) {
        if (alreadySeen(schema, seen)) {
            return;
        }
        switch (schema.getType()) {
            case RECORD -> {
                requireDoc(at, schema.getDoc(), problems);
                for (Schema.Field field : schema.getFields()) {
                    requireDoc(at + "." + field.name(), field.doc(), problems);
                    shortcomings(at + "." + field.name(), field.schema(), problems, seen);
                }
            }
            case ENUM -> {
                requireDoc(at, schema.getDoc(), problems);
                if (schema.getEnumDefault() == null) {
                    problems.add(at + ": the enum has no default");
                }
            }
            case UNION -> {
                boolean optional = schema.getTypes().size() == 2
                        && schema.getTypes().getFirst().getType() == Schema.Type.NULL;
                if (!optional) {
                    problems.add(at + ": a union must be [null, T]");
                }
                schema.getTypes().forEach(type -> shortcomings(at, type, problems, seen));
            }
            case ARRAY -> shortcomings(at, schema.getElementType(), problems, seen);
            case MAP -> shortcomings(at, schema.getValueType(), problems, seen);
            default -> {
                // A primitive needs nothing more than its field's doc.
            }
        }
    }

    private static void requireDoc(String at, @Nullable String doc, List<String> problems) {
        if (doc == null || doc.isBlank()) {
            problems.add(at + ": has no doc");
        }
    }

    private static boolean alreadySeen(Schema schema, List<String> seen) {
        boolean named = schema.getType() == Schema.Type.RECORD;
        if (named && seen.contains(schema.getFullName())) {
            return true;
        }
        if (named) {
            seen.add(schema.getFullName());
        }
        return false;
    }
}
