package rw.ishemalink.backup.seal;

import com.exceptionfactory.jagged.RecipientStanzaReader;
import com.exceptionfactory.jagged.framework.stream.StandardDecryptingChannelFactory;
import com.exceptionfactory.jagged.x25519.X25519RecipientStanzaReaderFactory;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.zip.GZIPInputStream;

/** Opens what was sealed for its identity; anything else, and anything that was changed, is refused. Safe for threads. */
public final class Opener {

    private static final int BUFFER = 1 << 16;

    private final List<RecipientStanzaReader> readers;

    /**
     * An opener with that identity.
     *
     * @throws SealException when it is none
     */
    public Opener(String identity) {
        try {
            this.readers = List.of(X25519RecipientStanzaReaderFactory.newRecipientStanzaReader(identity));
        } catch (GeneralSecurityException | RuntimeException e) {
            // Not with the cause, which may repeat the key.
            throw new SealException("that is no identity; one looks like AGE-SECRET-KEY-1…", new IOException());
        }
    }

    /**
     * What was sealed.
     *
     * @throws SealException when it was not sealed for us, or was changed since
     */
    public byte[] open(byte[] sealed) {
        try (InputStream decrypting = Channels.newInputStream(new StandardDecryptingChannelFactory()
                        .newDecryptingChannel(Channels.newChannel(new ByteArrayInputStream(sealed)), readers));
                InputStream expanding = new GZIPInputStream(decrypting, BUFFER)) {
            return expanding.readAllBytes();
        } catch (IOException | GeneralSecurityException e) {
            throw new SealException("it cannot be opened: sealed for another key, or changed since", e);
        }
    }
}
