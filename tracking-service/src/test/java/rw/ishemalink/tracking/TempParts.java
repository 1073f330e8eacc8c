package rw.ishemalink.tracking;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;
import rw.ishemalink.kit.testing.SharedParts;

@QuarkusTestResource(TempParts.class)
public final class TempParts implements QuarkusTestResourceLifecycleManager {

    @Override
    public int order() {
        return -1000;
    }

    @Override
    public Map<String, String> start() {
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        Thread.currentThread().setContextClassLoader(kafkas());
        try {
            return Map.of("temp.bootstrap", SharedParts.bootstrapServers());
        } finally {
            Thread.currentThread().setContextClassLoader(before);
        }
    }

    @Override
    public void stop() {}

    private static ClassLoader kafkas() {
        try {
            ClassLoader loader = rw.ishemalink.local.parts.SuiteParts.class
                    .getClassLoader()
                    .loadClass("org.apache.kafka.clients.admin.Admin")
                    .getClassLoader();
            System.err.println("TEMP " + SharedParts.class.getClassLoader() + " | "
                    + rw.ishemalink.local.parts.SuiteParts.class.getClassLoader() + " | " + loader + " | "
                    + Thread.currentThread().getContextClassLoader());
            return loader;
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }
}
