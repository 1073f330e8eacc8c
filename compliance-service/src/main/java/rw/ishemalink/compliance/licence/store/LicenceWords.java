package rw.ishemalink.compliance.licence.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.compliance.config.ComplianceConfig;
import rw.ishemalink.compliance.licence.Licence;
import rw.ishemalink.compliance.licence.LicenceAnswer;
import rw.ishemalink.compliance.licence.LicenceAnswer.NoAnswer;
import rw.ishemalink.compliance.licence.LicenceAnswer.OnRecord;
import rw.ishemalink.compliance.licence.LicenceQuestion;
import rw.ishemalink.compliance.licence.Precedence;
import rw.ishemalink.compliance.licence.Word;
import rw.ishemalink.compliance.licence.Word.Source;
import rw.ishemalink.kit.outbox.TimeOrderedId;

/**
 * Our register: the latest word of each source about each licence, and the history of all that was new. Invariant: what
 * changes a word is in the history in the same transaction, and the sweep hears of it.
 */
@ApplicationScoped
public class LicenceWords {

    /** Answers with those whose word is new. What a source had before it had none stays on the row, and with it the id. */
    private static final String SAY = """
            with told as materialized (select * from %s),
            known as (
              insert into licence as l (licence_id, tenant, kind, subject, subject_index, holder_id)
              select licence_id, tenant, kind, subject, subject_index, holder_id from told order by place
              on conflict (tenant, kind, subject_index) do update set holder_id = coalesce(excluded.holder_id, l.holder_id)
              returning l.licence_id, l.tenant, l.kind, l.subject_index),
            word as (
              insert into licence_word as w (licence_id, source, word_id, tenant, on_record, number, number_index, status,
                                             valid_until, issued_on, holder, holder_tin, zone, vehicle_plate, categories,
                                             said_at)
              select known.licence_id, source, word_id, tenant, on_record, number, number_index, status, valid_until,
                     issued_on, holder, holder_tin, zone, vehicle_plate, string_to_array(coalesce(categories, ''), ','),
                     cast(:saidAt as timestamptz)
                from told join known using (tenant, kind, subject_index) order by known.licence_id
              on conflict (licence_id, source) do update
                 set on_record = excluded.on_record, said_at = excluded.said_at,
                     word_id = case when excluded.on_record then excluded.word_id else w.word_id end,
                     number = case when excluded.on_record then excluded.number else w.number end,
                     number_index = case when excluded.on_record then excluded.number_index else w.number_index end,
                     status = case when excluded.on_record then excluded.status else w.status end,
                     valid_until = case when excluded.on_record then excluded.valid_until else w.valid_until end,
                     issued_on = excluded.issued_on, holder = excluded.holder, holder_tin = excluded.holder_tin,
                     zone = excluded.zone, vehicle_plate = excluded.vehicle_plate, categories = excluded.categories
              returning new.licence_id,
                (old.licence_id is null or (old.on_record, old.number_index, old.status, old.valid_until, old.issued_on)
                   is distinct from (new.on_record, new.number_index, new.status, new.valid_until, new.issued_on)) as is_new)
            select licence_id, is_new from word""".formatted(SaidRow.COLUMNS.relation("told"));

    private static final String NOTE = """
            insert into licence_change (licence_id, tenant, source, on_record, status, issued_on, valid_until, said_at,
                                        said_by, reason)
            select w.licence_id, l.tenant, w.source, w.on_record, w.status, w.issued_on, w.valid_until, w.said_at,
                   cast(:saidBy as uuid), cast(:reason as text)
              from licence_word w join licence l using (licence_id)
             where w.licence_id = any(:ids) and w.source = :source""";

    private static final String WORDS = """
            select w.* from licence_word w join licence l using (licence_id)
             where l.tenant = :tenant and l.kind = :kind and l.subject_index = :subjectIndex""";

    private static final Comparator<Said> IN_ORDER = Comparator.comparing(Said::tenant)
            .thenComparing(said -> said.question().kind().name())
            .thenComparing(said -> said.question().subject());

    private final SubjectSeal subjects;
    private final WordSeal seal;
    private final Precedence precedence;

    LicenceWords(SubjectSeal subjects, WordSeal seal, ComplianceConfig config) {
        this.subjects = subjects;
        this.seal = seal;
        this.precedence =
                new Precedence(config.rura().answerValidity(), config.licences().paperValidity());
    }

    /**
     * What a source says of a licence.
     *
     * @param holderId driver, vehicle or operator; null where the fleet knows none
     */
    public record Said(
            String tenant,
            LicenceQuestion question,
            @Nullable UUID holderId,
            Source source,
            LicenceAnswer answer) {}

    /**
     * Who is behind a word, for the history.
     *
     * @param saidBy the person who imported or approved; null for the register
     */
    public record Behind(
            Instant saidAt, @Nullable UUID saidBy, @Nullable String reason) {

        /** The authority itself, now. */
        public static Behind register(Instant saidAt) {
            return new Behind(saidAt, null, null);
        }
    }

    public Precedence precedence() {
        return precedence;
    }

    /**
     * Keeps what one source says, but for no answers; always in the same order, so that two who do so do not wait for each
     * other. Answers with the licences of which it said something new.
     */
    public List<UUID> say(Handle sql, List<Said> all, Behind behind) {
        List<Said> said = distinct(all);
        if (said.isEmpty()) {
            return List.of();
        }
        List<UUID> news = new ArrayList<>();
        SaidRow.COLUMNS
                .bindTo(sql.createQuery(SAY), seal(said))
                .bind("saidAt", behind.saidAt())
                .map((row, _) -> Map.entry(row.getObject("licence_id", UUID.class), row.getBoolean("is_new")))
                .list()
                .stream()
                .filter(Map.Entry::getValue)
                .forEach(row -> news.add(row.getKey()));
        if (!news.isEmpty()) {
            note(sql, news, said.getFirst().source(), behind);
        }
        return List.copyOf(news);
    }

    /** What counts: the answer given; without one, what is on record as far as it may count. */
    public LicenceAnswer settle(Handle sql, String tenant, LicenceQuestion question, LicenceAnswer given, Instant now) {
        return given instanceof NoAnswer ? precedence.forDispatch(given, list(sql, tenant, question), now) : given;
    }

    /** All that is on record of the licence, of each source. */
    public List<Word> list(Handle sql, String tenant, LicenceQuestion question) {
        return sql.createQuery(WORDS)
                .bind("tenant", tenant)
                .bind("kind", question.kind())
                .bind("subjectIndex", subjects.index(tenant, question))
                .map((row, _) -> seal.open(row))
                .list();
    }

    private void note(Handle sql, List<UUID> news, Source source, Behind behind) {
        sql.createUpdate(NOTE)
                .bindArray("ids", UUID.class, news)
                .bind("source", source)
                .bind("saidBy", behind.saidBy())
                .bind("reason", behind.reason())
                .execute();
        sql.createUpdate("update licence set look_at = :at where licence_id = any(:ids)")
                .bind("at", behind.saidAt())
                .bindArray("ids", UUID.class, news)
                .execute();
    }

    /** The last of those about the same licence. */
    private static List<Said> distinct(List<Said> all) {
        Map<List<Object>, Said> last = new HashMap<>();
        all.stream()
                .filter(said -> !(said.answer() instanceof NoAnswer))
                .forEach(said -> last.put(List.of(said.tenant(), said.question()), said));
        return last.values().stream().sorted(IN_ORDER).toList();
    }

    private List<SaidRow> seal(List<Said> said) {
        return IntStream.range(0, said.size())
                .mapToObj(place -> seal(place, said.get(place)))
                .toList();
    }

    private SaidRow seal(int place, Said said) {
        String tenant = said.tenant();
        UUID licenceId = TimeOrderedId.next();
        UUID wordId = TimeOrderedId.next();
        Licence licence = said.answer() instanceof OnRecord(var found) ? found : null;
        return new SaidRow(
                place,
                said,
                licenceId,
                subjects.seal(licenceId, said.question()),
                subjects.index(tenant, said.question()),
                wordId,
                licence == null ? null : seal.seal(wordId, licence),
                licence == null ? null : seal.index(tenant, licence.number()));
    }
}
