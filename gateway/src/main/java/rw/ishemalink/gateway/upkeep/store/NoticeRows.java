package rw.ishemalink.gateway.upkeep.store;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.gateway.upkeep.Notice;

/** What was put into maintenance by hand, for all instances. */
@Singleton
public class NoticeRows {

    private final Jdbi jdbi;

    NoticeRows(DataSource database) {
        this.jdbi = Jdbi.create(database);
    }

    /** Begins it, or changes what was said before. */
    public void put(Notice notice) {
        jdbi.useHandle(sql -> sql.createUpdate("""
                        insert into maintenance (scope, reason, ends_at, begun_by, begun_at)
                        values (:scope, :reason, :endsAt, :begunBy, :begunAt)
                        on conflict (scope) do update set reason = excluded.reason, ends_at = excluded.ends_at,
                          begun_by = excluded.begun_by, begun_at = excluded.begun_at
                        """)
                .bind("scope", notice.scope())
                .bind("reason", notice.reason())
                .bind(
                        "endsAt",
                        notice.endsAt().map(end -> end.atOffset(ZoneOffset.UTC)).orElse(null))
                .bind("begunBy", notice.begunBy().orElseThrow())
                .bind("begunAt", notice.begunAt().atOffset(ZoneOffset.UTC))
                .execute());
    }

    /** Ends it; whether there was any. */
    public boolean delete(String scope) {
        return jdbi.withHandle(sql -> sql.createUpdate("delete from maintenance where scope = :scope")
                        .bind("scope", scope)
                        .execute())
                > 0;
    }

    /** All that is in force. */
    public List<Notice> list() {
        return jdbi.withHandle(
                sql -> sql.createQuery("select * from maintenance where ends_at is null or ends_at > now()")
                        .map((row, _) -> notice(row))
                        .list());
    }

    private static Notice notice(ResultSet row) throws SQLException {
        @Nullable OffsetDateTime endsAt = row.getObject("ends_at", OffsetDateTime.class);
        return new Notice(
                row.getString("scope"),
                row.getString("reason"),
                Optional.ofNullable(endsAt).map(OffsetDateTime::toInstant),
                Optional.of(row.getObject("begun_by", UUID.class)),
                row.getObject("begun_at", OffsetDateTime.class).toInstant());
    }
}
