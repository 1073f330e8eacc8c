package rw.ishemalink.compliance.licence.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import rw.ishemalink.compliance.config.ComplianceConfig;
import rw.ishemalink.compliance.licence.Licence;
import rw.ishemalink.compliance.licence.LicenceAnswer;
import rw.ishemalink.compliance.licence.LicenceAnswer.NotOnRecord;
import rw.ishemalink.compliance.licence.LicenceAnswer.OnRecord;
import rw.ishemalink.compliance.licence.LicenceKind;
import rw.ishemalink.compliance.licence.LicenceQuestion;
import rw.ishemalink.compliance.licence.Word;
import rw.ishemalink.compliance.licence.Word.Source;
import rw.ishemalink.compliance.licence.store.LicenceWords.Behind;
import rw.ishemalink.compliance.licence.store.LicenceWords.Said;
import rw.ishemalink.kit.cipher.BlindIndex;
import rw.ishemalink.kit.cipher.CipherConfig;
import rw.ishemalink.kit.cipher.ColumnCipher;
import rw.ishemalink.kit.cipher.Keyring;
import rw.ishemalink.kit.outbox.UnitOfWork;

/** A sealed value differs each time; what is news does not. */
@QuarkusTest
class LicenceWordsTest {

    private static final LicenceQuestion QUESTION =
            new LicenceQuestion(LicenceKind.DRIVER_AUTHORISATION, "DL 4711 0815");

    @Inject
    UnitOfWork work;

    @Inject
    LicenceWords words;

    @Inject
    CipherConfig keys;

    @Inject
    ComplianceConfig config;

    private final String tenant = "tenant-" + UUID.randomUUID();
    private final Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
    private LicenceWords another;

    @BeforeEach
    void another_instance_with_the_same_keys() {
        ColumnCipher cipher = new ColumnCipher(Keyring.parse(keys.keys().orElseThrow()));
        BlindIndex index = new BlindIndex(keys.indexKey().orElseThrow());
        another = new LicenceWords(new SubjectSeal(cipher, index), new WordSeal(cipher, index), config);
    }

    @Test
    void the_same_word_is_no_news_to_another_instance_and_another_number_is() {
        List<UUID> first = say(words, licence("R-1"));

        assertThat(first).hasSize(1);
        assertThat(say(another, licence("R-1"))).isEmpty();
        assertThat(say(another, licence("R-2"))).isEqualTo(first);
        assertThat(say(words, licence("R-2"))).isEmpty();
    }

    @Test
    void another_instance_reads_all_that_was_said() {
        Licence whole = new Licence(
                "R-1",
                Licence.Status.VALID,
                LocalDate.of(2099, 12, 31),
                "RAB 123 C",
                LocalDate.of(2026, 1, 1),
                "Jean Bosco",
                "100000009",
                "NATIONAL",
                List.of("B", "C"));
        say(words, new OnRecord(whole));

        assertThat(read(another)).containsExactly(new Word(Source.REGISTER, new OnRecord(whole), now));
    }

    @Test
    void a_number_that_a_source_has_no_more_stays_readable_until_it_says_another() {
        UUID licenceId = say(words, licence("R-1")).getFirst();

        assertThat(say(another, new NotOnRecord())).containsExactly(licenceId);
        assertThat(say(another, new NotOnRecord())).isEmpty();
        assertThat(had(licenceId)).isEqualTo("R-1");
        assertThat(say(another, licence("R-1"))).containsExactly(licenceId);
        assertThat(read(words)).containsExactly(new Word(Source.REGISTER, licence("R-1"), now));
    }

    @Test
    void many_licences_are_kept_at_once_each_in_a_row_of_its_own() {
        List<Said> page = List.of(
                said(new LicenceQuestion(LicenceKind.DRIVING_LICENCE, QUESTION.subject()), licence("R-1")),
                said(new LicenceQuestion(LicenceKind.INSURANCE, "RAB 123 C"), new NotOnRecord()),
                said(new LicenceQuestion(LicenceKind.VEHICLE_INSPECTION, "RAB 123 C"), licence("R-2")));

        assertThat(work.<List<UUID>>call(tx -> words.say(tx.sql(), page, Behind.register(now))))
                .hasSize(3)
                .doesNotHaveDuplicates();
        assertThat(work.<List<UUID>>call(tx -> another.say(tx.sql(), page.reversed(), Behind.register(now))))
                .isEmpty();
    }

    private List<UUID> say(LicenceWords instance, LicenceAnswer answer) {
        return work.call(tx -> instance.say(tx.sql(), List.of(said(QUESTION, answer)), Behind.register(now)));
    }

    private Said said(LicenceQuestion question, LicenceAnswer answer) {
        return new Said(tenant, question, null, Source.REGISTER, answer);
    }

    private List<Word> read(LicenceWords instance) {
        return work.read(sql -> instance.list(sql, tenant, QUESTION));
    }

    private String had(UUID licenceId) {
        ColumnCipher cipher = new ColumnCipher(Keyring.parse(keys.keys().orElseThrow()));
        WordSeal seal = new WordSeal(cipher, new BlindIndex(keys.indexKey().orElseThrow()));
        return work.read(sql -> sql.createQuery("select * from licence_word where licence_id = :licenceId")
                .bind("licenceId", licenceId)
                .map((row, _) -> seal.openLicence(row).number())
                .one());
    }

    private static OnRecord licence(String number) {
        return new OnRecord(new Licence(number, Licence.Status.VALID, LocalDate.of(2099, 12, 31), null));
    }
}
