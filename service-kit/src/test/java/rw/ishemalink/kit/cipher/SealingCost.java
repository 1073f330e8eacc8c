package rw.ishemalink.kit.cipher;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Locale;
import java.util.UUID;
import rw.ishemalink.kit.testing.SuiteResource;

/** What sealing costs of a processor's time, whatever else runs; run by hand, the figure stands in docs/privacy.md. */
final class SealingCost {

    private static final ThreadMXBean CPU = ManagementFactory.getThreadMXBean();
    private static final int VALUES = 400_000;

    private SealingCost() {}

    public static void main(String[] arguments) {
        ColumnCipher cipher = new ColumnCipher(Keyring.parse("k1:" + SuiteResource.newKey()));
        BlindIndex index = new BlindIndex(SuiteResource.newKey());
        SealedColumn column = new SealedColumn("booking", "sender_phone");
        for (int round = 0; round < 4; round++) {
            measure("seal", id -> cipher.seal(column, id, "+250788123456").length());
            String sealed =
                    cipher.seal(column, UUID.fromString("00000000-0000-4000-8000-000000000000"), "+250788123456");
            measure("open", _ -> cipher.open(column, UUID.fromString("00000000-0000-4000-8000-000000000000"), sealed)
                    .length());
            measure("index", _ -> index.of(column, "ishemalink", "+250788123456").length);
        }
    }

    private interface Work {
        int on(UUID id);
    }

    private static void measure(String name, Work work) {
        UUID id = UUID.randomUUID();
        long sum = 0;
        long start = CPU.getCurrentThreadCpuTime();
        for (int i = 0; i < VALUES; i++) {
            sum += work.on(id);
        }
        double micros = (CPU.getCurrentThreadCpuTime() - start) / 1_000.0 / VALUES;
        System.out.printf(Locale.ROOT, "%s: %.2f us (%d)%n", name, micros, sum);
    }
}
