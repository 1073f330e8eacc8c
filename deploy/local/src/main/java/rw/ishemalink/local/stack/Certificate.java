package rw.ishemalink.local.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import rw.ishemalink.local.parts.PartFailedException;

/** The certificate of a local door, made by itself for this machine's names; {@code door.pem} is what clients trust. */
public record Certificate(Path folder) {

    private static final int LIMIT_SECONDS = 60;
    private static final String PASSWORD = "ISHEMA_CERTIFICATE_PASSWORD";

    /** The one that is kept in that folder. */
    public static Certificate in(Path folder) {
        return new Certificate(folder);
    }

    /** Its key store (PKCS 12) behind that password, made now if it is not there yet; only its owner reads it. */
    public Path getOrCreate(String password) {
        Path store = folder.resolve("door.p12");
        if (Files.exists(store)) {
            return store;
        }
        try {
            Files.createDirectories(
                    folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            keytool(
                    password,
                    List.of(
                            "-genkeypair",
                            "-alias",
                            "door",
                            "-keyalg",
                            "EC",
                            "-groupname",
                            "secp256r1",
                            "-validity",
                            "825",
                            "-dname",
                            "CN=localhost,O=IshemaLink on one machine",
                            "-ext",
                            "san=dns:localhost,ip:127.0.0.1",
                            "-storetype",
                            "PKCS12",
                            "-keystore",
                            store.toString()));
            keytool(
                    password,
                    List.of(
                            "-exportcert",
                            "-rfc",
                            "-alias",
                            "door",
                            "-keystore",
                            store.toString(),
                            "-file",
                            folder.resolve("door.pem").toString()));
            return store;
        } catch (IOException e) {
            throw new UncheckedIOException("no certificate in " + folder, e);
        }
    }

    /** The JDK's own tool; the password travels by the environment, which other users do not see. */
    private static void keytool(String password, List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(), "-storepass:env", PASSWORD));
        command.addAll(1, List.of(arguments.getFirst()));
        command.addAll(arguments.subList(1, arguments.size()));
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put(PASSWORD, password);
        Process process = builder.start();
        try {
            boolean ended = process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS);
            process.destroyForcibly();
            if (!ended || process.exitValue() != 0) {
                throw new PartFailedException("gateway: keytool made no certificate");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PartFailedException("gateway: interrupted while its certificate was made");
        }
    }
}
