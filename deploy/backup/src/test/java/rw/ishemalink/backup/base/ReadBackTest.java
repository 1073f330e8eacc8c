package rw.ishemalink.backup.base;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rw.ishemalink.backup.catalog.Backup;
import rw.ishemalink.backup.catalog.BackupPart;
import rw.ishemalink.backup.catalog.Backups;
import rw.ishemalink.backup.catalog.Cluster;
import rw.ishemalink.backup.seal.Opener;
import rw.ishemalink.backup.seal.SealKeys;
import rw.ishemalink.backup.seal.Sealer;
import rw.ishemalink.backup.store.RunningStore;
import rw.ishemalink.backup.store.S3Store;

class ReadBackTest {

    private static final Cluster CLUSTER = new Cluster("test");

    private final SealKeys keys = SealKeys.generate();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @Test
    void aPartThatIsMissingChangedOrForAnotherKeyIsNamed() throws IOException {
        try (RunningStore running = new RunningStore(folder)) {
            S3Store store = running.store();
            byte[] content = new byte[PartWriter.PART_BYTES + 1_000];
            new Random(7).nextBytes(content);
            Backup backup = stored(store, content);

            assertThat(read(store, backup)).isEqualTo(content);
            assertThat(check(store, backup, keys)).containsExactly("the log of its time is not in the archive");
            assertThat(check(store, backup, SealKeys.generate())).anyMatch(wrong -> wrong.contains("opened"));

            byte[] changed = store.get("b/000002");
            changed[changed.length - 1] ^= 1;
            store.put("b/000002", changed);
            store.delete("b/000001");
            assertThat(check(store, backup, keys)).contains("b/000001 is missing", "b/000002 was changed");
            assertThatThrownBy(() -> read(store, backup)).isInstanceOf(BackupException.class);
        }
    }

    private Backup stored(S3Store store, byte[] content) {
        PartWriter writer = new PartWriter(store, new Sealer(keys.recipient()), "b");
        writer.write(content, 0, content.length);
        writer.close();
        return Backups.endedAt(Instant.EPOCH, 1, writer.parts().toArray(BackupPart[]::new));
    }

    private byte[] read(S3Store store, Backup backup) throws IOException {
        try (PartReader reader = new PartReader(store, new Opener(keys.identity()), backup.parts())) {
            return reader.readAllBytes();
        }
    }

    private static List<String> check(S3Store store, Backup backup, SealKeys keys) {
        return new ReadBack(store, CLUSTER, Optional.of(new Opener(keys.identity()))).check(backup);
    }
}
