package rw.ishemalink.compliance.report.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/** Reports of finished months as they were given out. */
@ApplicationScoped
public class EditionStore {

    private static final String OF_KEY =
            "select * from report_revision where tenant = :tenant and report = :report and month = :month";

    private static final String ADD = """
            insert into report_revision (tenant, report, month, revision, facts_sha256, sha256, content)
            values (:tenant, :report, :month, :revision, :factsSha256, :sha256, :content) returning *""";

    /**
     * Which report of which month.
     *
     * @param month its first day
     */
    public record Key(String tenant, String report, LocalDate month) {}

    /** A report on record. */
    public record Stored(int revision, String factsSha256, String sha256, String content, Instant madeAt) {}

    /** Whoever gives the same report out at the same moment waits until the transaction ends. */
    public void lock(Handle sql, Key key) {
        sql.createQuery("select pg_advisory_xact_lock(hashtextextended(:key, 0)) is null")
                .bind("key", "report " + key)
                .mapTo(Boolean.class)
                .one();
    }

    public Optional<Stored> findLatest(Handle sql, Key key) {
        return sql.createQuery(OF_KEY + " order by revision desc limit 1")
                .bindMethods(key)
                .map(ConstructorMapper.of(Stored.class))
                .findOne();
    }

    public Optional<Stored> find(Handle sql, Key key, int revision) {
        return sql.createQuery(OF_KEY + " and revision = :revision")
                .bindMethods(key)
                .bind("revision", revision)
                .map(ConstructorMapper.of(Stored.class))
                .findOne();
    }

    public Stored add(Handle sql, Key key, int revision, String factsSha256, String sha256, String content) {
        return sql.createQuery(ADD)
                .bindMethods(key)
                .bind("revision", revision)
                .bind("factsSha256", factsSha256)
                .bind("sha256", sha256)
                .bind("content", content)
                .map(ConstructorMapper.of(Stored.class))
                .one();
    }
}
