package rw.ishemalink.gateway.limit.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import rw.ishemalink.gateway.limit.BucketKey;
import rw.ishemalink.gateway.limit.SharedBuckets;
import rw.ishemalink.gateway.limit.Taken;

/**
 * One row per bucket that is not full, found by a hash: no address and no person stands here. Filling, taking and telling
 * are one statement; the row's lock keeps instances from taking the same twice.
 */
@Singleton
public class BucketRows implements SharedBuckets {

    private static final int KEY_BYTES = 16;

    private static final String TAKE = """
            insert into bucket as b (key, requests, granted, filled_at, full_at)
            values (:key, :capacity - :wanted, :wanted, now(), now() + :seconds * interval '1 second')
            on conflict (key) do update set
              granted = least(:wanted, floor(least(:capacity, b.requests
                + :rate * greatest(0, extract(epoch from now() - b.filled_at))))),
              requests = least(:capacity, b.requests
                + :rate * greatest(0, extract(epoch from now() - b.filled_at)))
                - least(:wanted, floor(least(:capacity, b.requests
                + :rate * greatest(0, extract(epoch from now() - b.filled_at))))),
              filled_at = greatest(b.filled_at, now()),
              full_at = now() + :seconds * interval '1 second'
            returning granted, requests
            """;

    private final Jdbi jdbi;

    @Inject
    BucketRows(DataSource database) {
        this(Jdbi.create(database));
    }

    /** Over that database. */
    public BucketRows(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Override
    public Taken take(BucketKey key, int wanted) {
        double seconds = key.allowance().per().toMillis() / 1_000.0;
        return jdbi.withHandle(sql -> sql.createQuery(TAKE)
                .bind("key", hash(key))
                .bind("capacity", (double) key.allowance().requests())
                .bind("rate", key.allowance().requests() / seconds)
                .bind("seconds", seconds)
                .bind("wanted", (double) wanted)
                .map((row, _) -> new Taken((int) row.getDouble("granted"), row.getDouble("requests")))
                .one());
    }

    /** A bucket that is full again need not be kept. */
    public int deleteFull() {
        return jdbi.withHandle(sql -> sql.execute("delete from bucket where full_at < now()"));
    }

    private static byte[] hash(BucketKey key) {
        try {
            byte[] text = (key.requests() + " " + key.owner()).getBytes(UTF_8);
            return Arrays.copyOf(MessageDigest.getInstance("SHA-256").digest(text), KEY_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
