package rw.ishemalink.backup.base;

import java.util.Optional;
import java.util.function.Consumer;
import rw.ishemalink.backup.catalog.BackupPart;
import rw.ishemalink.backup.catalog.Digest;
import rw.ishemalink.backup.seal.Opener;
import rw.ishemalink.backup.seal.SealException;
import rw.ishemalink.backup.store.ObjectStore;

/** Whether a part lies in the store as it was put there; with the identity, whether it can be opened, too. */
public record PartCheck(ObjectStore store, Optional<Opener> opener) {

    /** What is wrong with it, if anything. */
    public Optional<String> findFault(BackupPart part) {
        return findFault(part, _ -> {});
    }

    /** The same; what is opened is shown as well. */
    public Optional<String> findFault(BackupPart part, Consumer<byte[]> opened) {
        Optional<byte[]> sealed = store.find(part.key());
        if (sealed.isEmpty()) {
            return Optional.of(part.key() + " is missing");
        }
        if (!Digest.of(sealed.get()).equals(part.sealedSha256())) {
            return Optional.of(part.key() + " was changed");
        }
        return opener.flatMap(key -> findFault(part, key, sealed.get(), opened));
    }

    private static Optional<String> findFault(BackupPart part, Opener key, byte[] sealed, Consumer<byte[]> opened) {
        try {
            byte[] content = key.open(sealed);
            if (content.length != part.bytes()) {
                return Optional.of(part.key() + " has another length");
            }
            opened.accept(content);
            return Optional.empty();
        } catch (SealException e) {
            return Optional.of(part.key() + " cannot be opened");
        }
    }
}
