package rw.ishemalink.compliance.licence.intake;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import rw.ishemalink.compliance.config.ComplianceConfig;
import rw.ishemalink.compliance.licence.LicenceAnswer.OnRecord;
import rw.ishemalink.compliance.licence.LicenceClock;
import rw.ishemalink.compliance.licence.LicenceSweep;
import rw.ishemalink.compliance.licence.Word.Source;
import rw.ishemalink.compliance.licence.intake.DraftCheck.Checked.Good;
import rw.ishemalink.compliance.licence.intake.LicenceFile.UnusableException;
import rw.ishemalink.compliance.licence.store.HolderStore;
import rw.ishemalink.compliance.licence.store.ImportStore;
import rw.ishemalink.compliance.licence.store.LicenceWords;
import rw.ishemalink.compliance.licence.store.LicenceWords.Behind;
import rw.ishemalink.compliance.licence.store.LicenceWords.Said;
import rw.ishemalink.kit.caller.Caller;
import rw.ishemalink.kit.outbox.TimeOrderedId;
import rw.ishemalink.kit.outbox.Tx;
import rw.ishemalink.kit.outbox.UnitOfWork;
import rw.ishemalink.kit.problem.ProblemException;

/** Takes files of the authority. Invariant: a file that was taken before is not taken again; its first report stands. */
@ApplicationScoped
public class ImportDesk {

    private static final int AT_ONCE = 500;

    private final UnitOfWork unitOfWork;
    private final ImportStore imports;
    private final LicenceWords words;
    private final HolderStore holders;
    private final LicenceSweep sweep;
    private final LicenceClock clock;
    private final int mostLines;

    ImportDesk(
            UnitOfWork unitOfWork,
            ImportStore imports,
            LicenceWords words,
            HolderStore holders,
            LicenceSweep sweep,
            LicenceClock clock,
            ComplianceConfig config) {
        this.unitOfWork = unitOfWork;
        this.imports = imports;
        this.words = words;
        this.holders = holders;
        this.sweep = sweep;
        this.clock = clock;
        this.mostLines = config.licences().importLines();
    }

    /**
     * Takes all good lines of the file, or with {@code strict} all lines or none.
     *
     * @throws ProblemException 400 when none of it can be used
     */
    public ImportReport take(Caller caller, String text, boolean strict) {
        String sha256 = sha256(text);
        Optional<ImportReport> before = unitOfWork.read(sql -> imports.find(sql, caller.tenant(), sha256, strict));
        return before.orElseGet(() -> {
            LicenceFile file = read(text);
            return unitOfWork.call(tx -> take(tx, caller, file, sha256, strict));
        });
    }

    private ImportReport take(Tx tx, Caller caller, LicenceFile file, String sha256, boolean strict) {
        List<Good> taken = strict && !file.mistakes().isEmpty() ? List.of() : file.good();
        Instant now = clock.now();
        ImportReport report = new ImportReport(
                TimeOrderedId.next(), strict, caller.personId(), now, file.lines(), taken.size(), file.mistakes());
        if (!imports.add(tx.sql(), caller.tenant(), sha256, report)) {
            return imports.find(tx.sql(), caller.tenant(), sha256, strict)
                    .orElseThrow(() -> new IllegalStateException("the report of a file is gone"));
        }
        Behind behind = new Behind(now, caller.personId(), "file " + report.importId());
        List<Said> said = taken.stream()
                .map(good ->
                        new Said(caller.tenant(), good.question(), null, Source.IMPORT, new OnRecord(good.licence())))
                .sorted(Comparator.comparing((Said one) -> one.question().kind().name())
                        .thenComparing(one -> one.question().subject()))
                .toList();
        for (int from = 0; from < said.size(); from += AT_ONCE) {
            List<UUID> news = words.say(tx.sql(), said.subList(from, Math.min(said.size(), from + AT_ONCE)), behind);
            holders.findHolders(tx.sql(), news, now);
        }
        tx.afterCommit(sweep::wake);
        return report;
    }

    private LicenceFile read(String text) {
        try {
            return LicenceFile.read(text, mostLines);
        } catch (UnusableException e) {
            throw switch (e.why()) {
                case HEAD_WRONG -> ProblemException.badRequest("licence-file-head", LicenceFile.head());
                case EMPTY -> ProblemException.badRequest("licence-file-empty");
                case TOO_MANY_LINES ->
                    ProblemException.badRequest("licence-file-too-long", Integer.toString(mostLines));
            };
        }
    }

    private static String sha256(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
