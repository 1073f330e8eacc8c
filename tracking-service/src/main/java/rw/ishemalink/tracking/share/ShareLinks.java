package rw.ishemalink.tracking.share;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import rw.ishemalink.kit.outbox.UnitOfWork;

/** The links as rows. */
@ApplicationScoped
public class ShareLinks {

    private static final String SELECT =
            "select link_id, booking_id, made_by, made_at, expires_at, revoked_at, opened_at from share_link";

    private static final String INSERT = """
            insert into share_link (link_id, booking_id, tenant, token_hash, made_by, made_at, expires_at)
            select :linkId, :bookingId, tenant, :hash, :madeBy, :madeAt, :expiresAt
              from trip where booking_id = :bookingId""";

    private static final String COUNT_OPEN = """
            select count(*) from share_link
             where booking_id = :bookingId and revoked_at is null and expires_at > :now""";

    private static final String OPEN = """
            select link_id from share_link
             where link_id = any(:ids) and revoked_at is null and expires_at > :now""";

    private final UnitOfWork unitOfWork;

    ShareLinks(UnitOfWork unitOfWork) {
        this.unitOfWork = unitOfWork;
    }

    /** Keeps a new one; false if the trip has as many open ones as it may. */
    public boolean add(ShareLink link, byte[] hash, int most) {
        return unitOfWork.call(tx -> {
            Handle sql = tx.sql();
            // The trip's row stands for the number of its links.
            sql.createQuery("select 1 from trip where booking_id = :bookingId for no key update")
                    .bind("bookingId", link.bookingId())
                    .mapTo(Integer.class)
                    .findOne();
            if (countOpen(sql, link) >= most) {
                return false;
            }
            sql.createUpdate(INSERT).bindMethods(link).bind("hash", hash).execute();
            return true;
        });
    }

    private static int countOpen(Handle sql, ShareLink link) {
        return sql.createQuery(COUNT_OPEN)
                .bind("bookingId", link.bookingId())
                .bind("now", link.madeAt())
                .mapTo(Integer.class)
                .one();
    }

    /** Those of a trip, the newest first. */
    public List<ShareLink> list(UUID bookingId) {
        return unitOfWork.read(sql -> sql.createQuery(SELECT + " where booking_id = :bookingId order by link_id desc")
                .bind("bookingId", bookingId)
                .map(ConstructorMapper.of(ShareLink.class))
                .list());
    }

    /** The one with that secret, open or not. */
    public Optional<ShareLink> find(byte[] hash) {
        return unitOfWork.read(sql -> sql.createQuery(SELECT + " where token_hash = :hash")
                .bind("hash", hash)
                .map(ConstructorMapper.of(ShareLink.class))
                .findOne());
    }

    /** Ends it; false if the trip has no such link. Done again it changes nothing. */
    public boolean revoke(UUID bookingId, UUID linkId, Instant now) {
        return unitOfWork.call(tx -> tx.sql()
                        .createUpdate("update share_link set revoked_at = coalesce(revoked_at, :now)"
                                + " where link_id = :linkId and booking_id = :bookingId")
                        .bind("now", now)
                        .bind("linkId", linkId)
                        .bind("bookingId", bookingId)
                        .execute()
                == 1);
    }

    /** Takes note that somebody looked through it. */
    public void opened(UUID linkId, Instant now) {
        unitOfWork.run(tx -> tx.sql()
                .createUpdate("update share_link set opened_at = :now where link_id = :linkId")
                .bind("now", now)
                .bind("linkId", linkId)
                .execute());
    }

    /** Those of the links that are neither expired nor revoked. */
    public Set<UUID> findOpen(Collection<UUID> linkIds, Instant now) {
        return unitOfWork.read(sql -> new HashSet<>(sql.createQuery(OPEN)
                .bindArray("ids", UUID.class, linkIds)
                .bind("now", now)
                .mapTo(UUID.class)
                .list()));
    }
}
