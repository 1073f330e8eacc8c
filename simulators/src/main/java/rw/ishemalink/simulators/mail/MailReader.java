package rw.ishemalink.simulators.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Takes a MIME message apart: the texts and the names of what is attached. */
final class MailReader {

    private final StringBuilder text = new StringBuilder();
    private final List<String> attachments = new ArrayList<>();

    private MailReader() {}

    static MailItem read(MimeMessage message, List<String> to, Instant at) throws MessagingException, IOException {
        MailReader reader = new MailReader();
        reader.walk(message);
        String subject = Objects.requireNonNullElse(message.getSubject(), "");
        return new MailItem(at, to, subject, reader.text.toString().strip(), List.copyOf(reader.attachments));
    }

    private void walk(Part part) throws MessagingException, IOException {
        String fileName = part.getFileName();
        if (fileName != null) {
            attachments.add(fileName);
        } else if (part.getContent() instanceof Multipart parts) {
            for (int index = 0; index < parts.getCount(); index++) {
                walk(parts.getBodyPart(index));
            }
        } else if (part.isMimeType("text/plain") || (part.isMimeType("text/html") && text.isEmpty())) {
            text.append(part.getContent());
        }
    }
}
