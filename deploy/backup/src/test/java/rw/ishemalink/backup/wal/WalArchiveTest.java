package rw.ishemalink.backup.wal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rw.ishemalink.backup.catalog.Cluster;
import rw.ishemalink.backup.seal.Opener;
import rw.ishemalink.backup.seal.SealKeys;
import rw.ishemalink.backup.seal.Sealer;
import rw.ishemalink.backup.store.RunningStore;
import rw.ishemalink.backup.store.StoreException;

class WalArchiveTest {

    private static final int SEGMENT = 1024 * 1024;
    private static final Cluster CLUSTER = new Cluster("test");

    private final SealKeys keys = SealKeys.generate();
    private final Sealer sealer = new Sealer(keys.recipient());

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path target;

    @Test
    void namesSegmentsAsPostgresDoes() {
        int usual = 16 * 1024 * 1024;
        WalSegment segment = WalSegment.containing(1, 0x2_03A0_1234L, usual);

        assertThat(segment.name()).isEqualTo("000000010000000200000003");
        assertThat(WalNames.findSegment(segment.name(), usual)).contains(segment);
        assertThat(WalNames.findSegment("00000002.history", usual)).isEmpty();
    }

    @Test
    void joinsWholeSegmentsAndThePiecesOfTheLastOne() throws IOException {
        try (RunningStore running = new RunningStore(folder)) {
            WalArchive archive = new WalArchive(running.store(), CLUSTER);
            WalSegment first = new WalSegment(1, 7, SEGMENT);
            WalSegment last = first.next();
            byte[] whole = random(SEGMENT);
            byte[] begun = random(SEGMENT);
            archive.putPiece(first, 0, whole, 500, sealer);
            archive.putWhole(first, whole, sealer);
            archive.putPiece(last, 0, begun, 300, sealer);
            // A receiver that was killed began again at the segment's beginning.
            archive.putPiece(last, 0, begun, 200, sealer);
            archive.putPiece(last, 200, begun, 5_000, sealer);
            // Not joined: bytes before it are missing.
            archive.putPiece(last, 6_000, begun, 7_000, sealer);

            assertThat(archive.findNext(1, SEGMENT)).contains(last);
            assertThat(archive.findEnd(1, SEGMENT)).contains(last.start() + 5_000);
            assertThat(archive.holds(first, last.start() + 5_000)).isTrue();
            assertThat(archive.holds(first, last.start() + 5_001)).isFalse();
            assertThat(running.store().list(CLUSTER.wal() + first.name())).hasSize(1);

            assertThat(new WalFetch(archive, new Opener(keys.identity())).fetch(first, target))
                    .isEqualTo(2);
            assertThat(Files.readAllBytes(target.resolve(first.name()))).isEqualTo(whole);
            byte[] restored = Files.readAllBytes(target.resolve(last.name()));
            assertThat(restored).hasSize(SEGMENT).startsWith(Arrays.copyOf(begun, 5_000));
            assertThat(Arrays.copyOfRange(restored, 5_000, SEGMENT)).containsOnly(0);
        }
    }

    @Test
    void neverMixesTheLogsOfTwoClusters() {
        try (RunningStore running = new RunningStore(folder)) {
            WalArchive archive = new WalArchive(running.store(), CLUSTER);
            archive.claim("7000000000000000001");
            archive.claim("7000000000000000001");

            assertThatThrownBy(() -> archive.claim("7000000000000000002"))
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("ISHEMA_BACKUP_CLUSTER");
        }
    }

    private static byte[] random(int length) {
        byte[] content = new byte[length];
        new Random(length).nextBytes(content);
        return content;
    }
}
