package rw.ishemalink.notification.push;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import rw.ishemalink.kit.outbox.UnitOfWork;
import rw.ishemalink.notification.brand.Brand;
import rw.ishemalink.notification.brand.Brands;
import rw.ishemalink.notification.message.MessageSeal;
import rw.ishemalink.notification.message.Template;
import rw.ishemalink.notification.text.Texts;

/**
 * Messages in the order of the transactions that wrote them. Only what was begun before every open transaction is shown, so
 * nothing can still appear before a place that was read. Codes are never shown.
 */
@ApplicationScoped
class Notes {

    private static final int AT_ONCE = 200;

    private static final String HORIZON = "select pg_snapshot_xmin(pg_current_snapshot())::text";

    private static final String TOLD = """
            select distinct tenant, person_id from message
             where told_in >= cast(:from as xid8) and told_in < cast(:until as xid8)""";

    private static final String AFTER = """
            select m.message_id, m.told_in::text as told_in, m.template, m.parameters, m.booking_id, m.created_at,
                   b.name, b.sender_id, b.mail_from, b.colour, b.support_phone
              from message m
              left join tenant_brand b on b.tenant = m.tenant
             where m.tenant = :tenant and m.person_id = :personId
               and (m.told_in, m.message_id) > (cast(:toldIn as xid8), :messageId)
               and m.told_in < pg_snapshot_xmin(pg_current_snapshot())
               and m.parameters is not null and m.template not in ('ONE_TIME_CODE', 'DELIVERY_CODE')
               and not exists (select from preference p
                                where (p.tenant, p.person_id, p.urgency) = (m.tenant, m.person_id, m.urgency)
                                  and p.way = 'NONE')
             order by m.told_in, m.message_id
             limit :limit""";

    private final UnitOfWork unitOfWork;
    private final MessageSeal seal;

    Notes(UnitOfWork unitOfWork, MessageSeal seal) {
        this.unitOfWork = unitOfWork;
        this.seal = seal;
    }

    /** The oldest transaction that may still write. */
    long horizon() {
        return unitOfWork.read(sql ->
                Long.parseLong(sql.createQuery(HORIZON).mapTo(String.class).one()));
    }

    /** For whom messages were written in the transactions from that one on and before that one. */
    Set<Reader.Key> listTold(long from, long until) {
        return unitOfWork.read(sql -> sql.createQuery(TOLD)
                .bind("from", Long.toString(from))
                .bind("until", Long.toString(until))
                .map((row, context) -> new Reader.Key(row.getString("tenant"), row.getObject("person_id", UUID.class)))
                .collect(Collectors.toSet()));
    }

    /** The reader's next notes, at most so many that a short page says that there are no more for now. */
    List<Note> listAfter(Reader reader, NotePlace place) {
        return unitOfWork.read(sql -> listAfter(sql, reader, place));
    }

    /** Whether a page of that size may have more behind it. */
    static boolean isFull(List<Note> page) {
        return page.size() == AT_ONCE;
    }

    private List<Note> listAfter(Handle sql, Reader reader, NotePlace place) {
        return sql.createQuery(AFTER)
                .bind("tenant", reader.tenant())
                .bind("personId", reader.personId())
                .bind("toldIn", Long.toString(place.toldIn()))
                .bind("messageId", place.messageId())
                .bind("limit", AT_ONCE)
                .map((row, context) -> note(row, reader))
                .list();
    }

    private Note note(ResultSet row, Reader reader) throws SQLException {
        UUID messageId = row.getObject("message_id", UUID.class);
        Template template = Template.valueOf(row.getString("template"));
        List<String> parameters =
                Objects.requireNonNull(seal.openParameters(messageId, row.getString("parameters")), "checked by SQL");
        Brand brand = Brands.find(row).orElse(Brand.PLATFORM);
        return new Note(
                new NotePlace(Long.parseLong(row.getString("told_in")), messageId).toString(),
                messageId,
                template,
                template.urgency(),
                Texts.text(template, reader.language(), brand, parameters),
                row.getObject("booking_id", UUID.class),
                row.getObject("created_at", OffsetDateTime.class).toInstant());
    }
}
