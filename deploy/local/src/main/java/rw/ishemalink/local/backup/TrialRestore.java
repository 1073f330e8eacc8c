package rw.ishemalink.local.backup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import rw.ishemalink.backup.base.RecoveryTarget;
import rw.ishemalink.backup.catalog.LogicalCopy;
import rw.ishemalink.local.backup.DatabaseRestore.Restored;
import rw.ishemalink.local.child.Folders;
import rw.ishemalink.local.child.Lifetime;
import rw.ishemalink.local.load.Auditor;
import rw.ishemalink.local.load.Chain;
import rw.ishemalink.local.load.Database;
import rw.ishemalink.local.parts.PartOptions;
import rw.ishemalink.local.stack.LocalStack;
import rw.ishemalink.local.stack.PortPlan;
import rw.ishemalink.local.stack.ServiceSpec;
import rw.ishemalink.local.stack.Services;
import rw.ishemalink.local.stack.StackOptions;
import rw.ishemalink.local.stack.StackProgress;

/**
 * Restores the newest backup and the log that followed it, or the newest logical copy, into a clean cluster, lets the services themselves verify books and
 * trail there, and throws it away. Invariant: what runs is not touched, and nobody outside hears of the copy.
 */
public final class TrialRestore {

    private static final String PAYMENT = "payment-service";
    private static final String COMPLIANCE = "compliance-service";

    /** Port 9 discards (RFC 863): a copy must ask no provider for money and no agency for anything. */
    private static final String NOWHERE = "http://127.0.0.1:9";

    /** Addresses that the trial's own parts have. */
    private static final List<String> OWN = List.of("ISHEMA_REGISTRY_URL", "ISHEMA_JDBC_URL");

    private final StackOptions original;
    private final DatabaseArchive archive;

    /** Of that stack, whose store runs. */
    public TrialRestore(StackOptions original, DatabaseArchive archive) {
        this.original = original;
        this.archive = archive;
    }

    /** What came of one tenant's chain. */
    public record Verdict(Chain chain, String tenant, Chain.Found found) {}

    /** What was restored, and what was found in it. */
    public record Done<T>(T restored, List<Verdict> verdicts) {

        public Done {
            verdicts = List.copyOf(verdicts);
        }

        public boolean isIntact() {
            return verdicts.stream().allMatch(verdict -> verdict.found().intact());
        }
    }

    /** What fills the clean cluster. */
    private interface Filling<T> {
        T fill(LocalStack trial, PartOptions parts);
    }

    /**
     * Does all of it with the backup.
     *
     * @throws rw.ishemalink.local.parts.PartFailedException when there is no backup, or the copy cannot be started
     */
    public Done<Restored> run() {
        return run((_, parts) -> new DatabaseRestore(parts, archive).run(new RecoveryTarget.Latest()));
    }

    /** Does all of it with that logical copy. */
    public Done<List<CopyRestore.Filled>> run(LogicalCopy copy) {
        return run((trial, _) -> {
            trial.start(trial.postgres().name());
            return new CopyRestore(archive, trial.postgres().server()).all(copy);
        });
    }

    private <T> Done<T> run(Filling<T> filling) {
        Path home = makeHome();
        try (Auditor auditor = new Auditor()) {
            SiteKeys.copy(original.parts().home(), home);
            return restoreInto(home, auditor, filling);
        } finally {
            Folders.delete(home);
        }
    }

    private Path makeHome() {
        try {
            return Files.createTempDirectory(
                    Folders.create(original.parts().home().resolve("trial")), "restore-");
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make a folder for the restored copy", e);
        }
    }

    private <T> Done<T> restoreInto(Path home, Auditor auditor, Filling<T> filling) {
        PartOptions parts = new PartOptions(home, original.parts().cache(), Lifetime.WITH_PARENT, false, false);
        LocalStack trial = new LocalStack(options(parts, auditor));
        try {
            T restored = filling.fill(trial, parts);
            trial.start(StackProgress.SILENT);
            return new Done<>(restored, verify(trial, auditor));
        } finally {
            trial.killAll();
            trial.postgres().deleteDataElsewhere();
        }
    }

    private StackOptions options(PartOptions parts, Auditor auditor) {
        List<ServiceSpec> services = Services.list().stream()
                .filter(spec -> spec.name().equals(PAYMENT) || spec.name().equals(COMPLIANCE))
                .toList();
        Map<String, String> environment = new HashMap<>();
        System.getenv().keySet().stream()
                .filter(name -> name.startsWith("ISHEMA_") && name.endsWith("_URL") && !OWN.contains(name))
                .forEach(name -> environment.put(name, NOWHERE));
        environment.put("ISHEMA_SIMULATORS_URL", NOWHERE);
        environment.putAll(auditor.environment());
        return new StackOptions(
                original.checkout(),
                parts,
                PortPlan.free(),
                services,
                Map.of(PAYMENT, environment, COMPLIANCE, environment));
    }

    private static List<Verdict> verify(LocalStack trial, Auditor auditor) {
        return Stream.concat(
                        verify(
                                trial,
                                auditor,
                                Chain.LEDGER,
                                PAYMENT,
                                "select tenant from ledger_chain order by tenant"),
                        verify(
                                trial,
                                auditor,
                                Chain.TRAIL,
                                COMPLIANCE,
                                "select tenant from trail_chain order by tenant"))
                .toList();
    }

    private static Stream<Verdict> verify(
            LocalStack trial, Auditor auditor, Chain chain, String service, String tenants) {
        return new Database(trial.database(service))
                .list(tenants, row -> row.getString(1)).stream()
                        .map(tenant -> new Verdict(chain, tenant, auditor.verify(chain, trial.url(service), tenant)));
    }
}
