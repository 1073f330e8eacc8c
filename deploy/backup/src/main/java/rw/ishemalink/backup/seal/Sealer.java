package rw.ishemalink.backup.seal;

import com.exceptionfactory.jagged.RecipientStanzaWriter;
import com.exceptionfactory.jagged.framework.stream.StandardEncryptingChannelFactory;
import com.exceptionfactory.jagged.x25519.X25519RecipientStanzaWriterFactory;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/** Compresses and encrypts for one recipient. Safe for threads. */
public final class Sealer {

    private final String recipient;
    private final List<RecipientStanzaWriter> writers;

    /**
     * A sealer for that recipient.
     *
     * @throws SealException when it is none
     */
    public Sealer(String recipient) {
        this.recipient = recipient;
        try {
            this.writers = List.of(X25519RecipientStanzaWriterFactory.newRecipientStanzaWriter(recipient));
        } catch (GeneralSecurityException | RuntimeException e) {
            throw new SealException("'" + recipient + "' is no recipient; one looks like age1…", e);
        }
    }

    /**
     * For the recipient of {@code ISHEMA_BACKUP_RECIPIENT}.
     *
     * @throws SealException when that is none
     */
    public static Sealer from(Map<String, String> environment) {
        return new Sealer(environment.getOrDefault("ISHEMA_BACKUP_RECIPIENT", ""));
    }

    /** For whom. */
    public String recipient() {
        return recipient;
    }

    public byte[] seal(byte[] content) {
        return seal(content, 0, content.length);
    }

    /** Seals that part of the bytes. */
    public byte[] seal(byte[] content, int offset, int length) {
        ByteArrayOutputStream sealed = new ByteArrayOutputStream(length / 2 + 512);
        try (OutputStream encrypting = Channels.newOutputStream(new StandardEncryptingChannelFactory()
                        .newEncryptingChannel(Channels.newChannel(sealed), writers));
                OutputStream compressing = new QuickGzip(encrypting)) {
            compressing.write(content, offset, length);
        } catch (IOException | GeneralSecurityException e) {
            throw new SealException("sealing failed", e);
        }
        return sealed.toByteArray();
    }

    /** A backup is bound by the processor: the quickest level. */
    private static final class QuickGzip extends GZIPOutputStream {

        private static final int BUFFER = 1 << 16;

        QuickGzip(OutputStream out) throws IOException {
            super(out, BUFFER);
            def.setLevel(Deflater.BEST_SPEED);
        }
    }
}
