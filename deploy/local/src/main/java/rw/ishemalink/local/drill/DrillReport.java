package rw.ishemalink.local.drill;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import rw.ishemalink.local.load.DrillProof;

/** What a drill prints, line by line as it goes on. */
record DrillReport(PrintWriter out) {

    void print(String format, Object... values) {
        out.printf(Locale.ROOT, format, values);
        out.flush();
    }

    /** Whether what came back agrees with the world. */
    void tell(DrillProof proof) {
        print(
                "answers                %,10d, lost %,d%n",
                proof.told().answers(), proof.told().lost());
        print("published, not restored %,9d%n", proof.unknown());
        print(
                "money                  %s%n",
                proof.money().isRight() ? "every franc is where it belongs" : proof.money());
        print("ledger                 %s%n", proof.ledgerIntact() ? "intact" : "NOT INTACT");
        print("audit trail            %s%n", proof.trailIntact() ? "intact" : "NOT INTACT");
    }

    static long megabytes(long bytes) {
        return bytes / (1024 * 1024);
    }

    static double seconds(Duration duration) {
        return duration.toMillis() / 1_000.0;
    }

    static Duration since(long beginNanos) {
        return Duration.ofNanos(System.nanoTime() - beginNanos);
    }
}
