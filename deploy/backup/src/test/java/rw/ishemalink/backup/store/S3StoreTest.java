package rw.ishemalink.backup.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class S3StoreTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @Test
    void keepsObjectsUnderTheirKeys() {
        try (RunningStore running = new RunningStore(folder)) {
            S3Store store = running.store();
            store.createBucketIfAbsent();
            store.put("a/1", "one".getBytes(UTF_8));
            store.put("a/2", new byte[3_000_000]);
            store.put("b/1", "other".getBytes(UTF_8));
            store.put("a/1", "one again".getBytes(UTF_8));

            assertThat(store.get("a/1")).asString(UTF_8).isEqualTo("one again");
            assertThat(store.list("a/")).extracting(StoredObject::key).containsExactly("a/1", "a/2");
            assertThat(store.list("a/")).extracting(StoredObject::bytes).containsExactly(9L, 3_000_000L);

            store.delete("a/1");
            store.delete("never was there");
            assertThat(store.find("a/1")).isEmpty();
            assertThatThrownBy(() -> store.get("a/1"))
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("a/1");
        }
    }

    @Test
    void refusesWhoSignsWithAnotherSecret() {
        try (RunningStore running = new RunningStore(folder)) {
            StoreAccess access = running.access();
            StoreAccess wrong = new StoreAccess(
                    access.endpoint(), access.region(), access.bucket(), access.accessKey(), "another secret");
            try (S3Store stranger = new S3Store(wrong)) {
                assertThatThrownBy(() -> stranger.put("a", new byte[1])).isInstanceOf(StoreException.class);
            }
            assertThat(running.store().list("")).isEmpty();
        }
    }
}
