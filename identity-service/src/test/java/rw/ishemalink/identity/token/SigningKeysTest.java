package rw.ishemalink.identity.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.security.KeyFactory;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import rw.ishemalink.identity.secret.MasterKey;
import rw.ishemalink.identity.secret.Seal;
import rw.ishemalink.identity.testing.IdentitySettings;
import rw.ishemalink.identity.testing.Race;
import rw.ishemalink.kit.outbox.UnitOfWork;

@QuarkusTest
@QuarkusTestResource(IdentitySettings.class)
class SigningKeysTest {

    @Inject
    SigningKeyStore store;

    @Inject
    SigningKeys keys;

    @Inject
    UnitOfWork work;

    @Inject
    MasterKey master;

    @Inject
    Jdbi jdbi;

    @Test
    void instances_that_start_at_once_end_with_one_key_that_signs_and_one_that_will() {
        jdbi.useHandle(sql -> sql.execute("create table kept_key as select * from signing_key"));
        try {
            jdbi.useHandle(sql -> sql.execute("delete from signing_key"));

            List<String> kids = Race.run(
                    8, () -> new SigningKeys(work, store, master).active().kid());

            assertThat(kids).hasSize(8).containsOnly(kids.getFirst());
            assertThat(work.read(store::listAll))
                    .extracting(SigningKeyPair::state)
                    .containsExactlyInAnyOrder(KeyState.ACTIVE, KeyState.NEXT);
        } finally {
            jdbi.useTransaction(sql -> {
                // Whoever looks after the keys meanwhile makes one when there is none.
                sql.execute("lock table signing_key in exclusive mode");
                sql.execute("delete from signing_key");
                sql.execute("insert into signing_key select * from kept_key");
                sql.execute("drop table kept_key");
            });
            keys.reload();
        }
    }

    @Test
    void the_next_start_finds_the_key_of_the_first() {
        assertThat(new SigningKeys(work, store, master).active())
                .isEqualTo(new SigningKeys(work, store, master).active());
    }

    @Test
    void the_private_key_is_not_in_the_database_in_the_clear() {
        byte[] stored = stored().sealedPrivateKey();

        assertThatThrownBy(() -> KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(stored)))
                .isInstanceOf(java.security.spec.InvalidKeySpecException.class);
    }

    @Test
    void another_seal_does_not_open_the_key_and_says_what_to_do() {
        SigningKeyPair stored = stored();
        Seal other = new Seal(master, "another purpose");

        assertThatThrownBy(() -> stored.open(other))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("ISHEMA_IDENTITY_MASTER_KEY");
    }

    private SigningKeyPair stored() {
        return work.read(store::listAll).getFirst();
    }
}
