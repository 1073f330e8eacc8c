package rw.ishemalink.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CertificateTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path home;

    @Test
    void it_is_made_once_for_this_machine_and_nobody_else_can_read_its_key() throws Exception {
        Path store = Certificate.in(home.resolve("tls")).getOrCreate("a password");
        byte[] made = Files.readAllBytes(store);

        assertThat(Certificate.in(home.resolve("tls")).getOrCreate("a password"))
                .isEqualTo(store)
                .hasBinaryContent(made);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(store.getParent())))
                .isEqualTo("rwx------");
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            keys.load(in, "a password".toCharArray());
        }
        assertThat(keys.isKeyEntry("door")).isTrue();
        assertThat(keys.getCertificate("door")).isInstanceOfSatisfying(X509Certificate.class, certificate -> {
            assertThat(certificate.getNotAfter().toInstant()).isAfter(Instant.now());
            assertThat(certificate.getSubjectX500Principal().getName()).contains("CN=localhost");
        });
        assertThat(Files.readString(store.resolveSibling("door.pem"))).startsWith("-----BEGIN CERTIFICATE-----");
    }
}
