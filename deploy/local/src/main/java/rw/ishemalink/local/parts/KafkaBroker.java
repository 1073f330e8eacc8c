package rw.ishemalink.local.parts;

import kafka.tools.StorageTool;

/** The broker's program: formats its storage when it is new, then runs Kafka. Runs in a JVM of its own. */
public final class KafkaBroker {

    private KafkaBroker() {}

    /**
     * Runs a broker until it is told to end.
     *
     * @param arguments its properties file and the id of its cluster
     */
    public static void main(String[] arguments) {
        String properties = arguments[0];
        int failed = StorageTool.execute(
                new String[] {"format", "--ignore-formatted", "--cluster-id", arguments[1], "--config", properties},
                System.out);
        if (failed != 0) {
            System.exit(failed);
        }
        kafka.Kafka.main(new String[] {properties});
    }
}
