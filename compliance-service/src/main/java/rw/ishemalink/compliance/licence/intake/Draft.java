package rw.ishemalink.compliance.licence.intake;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A licence as somebody wrote it down: a line of a file, or a form. Nothing of it is checked yet. */
public record Draft(Map<Column, String> values) {

    /** The columns, with their names in the head of a file. */
    public enum Column {
        KIND("kind"),
        SUBJECT("subject"),
        NUMBER("number"),
        STATUS("status"),
        ISSUED_ON("issuedOn"),
        VALID_UNTIL("validUntil"),
        HOLDER("holder"),
        HOLDER_TIN("holderTin"),
        ZONE("zone"),
        VEHICLE_PLATE("vehiclePlate"),
        CATEGORIES("categories");

        private final String title;

        Column(String title) {
            this.title = title;
        }

        public String title() {
            return title;
        }
    }

    public Draft {
        values = Map.copyOf(values);
    }

    /** What stands in the column; empty where nothing does. */
    Optional<String> find(Column column) {
        return Optional.ofNullable(values.get(column)).map(String::strip).filter(text -> !text.isEmpty());
    }

    /** Puts a draft together. */
    public static final class Builder {

        private final Map<Column, String> values = new EnumMap<>(Column.class);

        public Builder with(Column column, @Nullable String value) {
            if (value != null) {
                values.put(column, value);
            }
            return this;
        }

        public Draft build() {
            return new Draft(values);
        }
    }
}
