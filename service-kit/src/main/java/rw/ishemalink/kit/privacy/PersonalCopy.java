package rw.ishemalink.kit.privacy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.arc.properties.IfBuildProperty;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import rw.ishemalink.kit.cipher.ColumnCipher;
import rw.ishemalink.kit.cipher.SealedColumn;

/** A person's data as the person gets it: rows as JSON objects, unsealed, page by page. */
@ApplicationScoped
@IfBuildProperty(name = "ishema.database", stringValue = "true", enableIfMissing = true)
class PersonalCopy {

    private static final TypeReference<Map<String, Object>> ROW = new TypeReference<>() {};

    private final Instance<ColumnCipher> cipher;
    private final ObjectMapper json;

    PersonalCopy(Instance<ColumnCipher> cipher, ObjectMapper json) {
        this.cipher = cipher;
        this.json = json;
    }

    static long count(Handle sql, PersonalSet set, String tenant, UUID personId) {
        return sql.createQuery("select count(*) from (%s) as rows".formatted(set.sql()))
                .bind("tenant", tenant)
                .bind("personId", personId)
                .mapTo(Long.class)
                .one();
    }

    /** Up to that many rows behind that key. */
    List<Map<String, Object>> list(
            Handle sql, PersonalSet set, String tenant, UUID personId, Optional<String> after, int limit) {
        String behind = after.isPresent() ? "where cast(%s as text) > :after ".formatted(set.key()) : "";
        return sql.createQuery("select to_jsonb(rows) from (%s) as rows %sorder by cast(%s as text) limit :limit"
                        .formatted(set.sql(), behind, set.key()))
                .bind("tenant", tenant)
                .bind("personId", personId)
                .bind("limit", limit)
                .bindMap(after.map(key -> Map.of("after", key)).orElse(Map.of()))
                .mapTo(String.class)
                .map(row -> open(set, row))
                .list();
    }

    private Map<String, Object> open(PersonalSet set, String stored) {
        try {
            Map<String, Object> row = json.readValue(stored, ROW);
            for (SealedColumn column : set.sealed()) {
                row.computeIfPresent(column.column(), (name, value) -> cipher.get()
                        .open(column, String.valueOf(row.get(set.key())), String.valueOf(value)));
            }
            set.packed().forEach((name, unpack) -> row.computeIfPresent(name, (_, value) -> unpack.apply(value)));
            return row;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("PostgreSQL's JSON of " + set.name() + " cannot be read");
        }
    }
}
