package rw.ishemalink.simulators.mail;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.util.Properties;

/** Sends mail by SMTP as any client does. */
record Sender(int port, int patienceMillis) {

    void send(String to, String subject) throws MessagingException {
        Properties properties = new Properties();
        properties.put("mail.smtp.host", "127.0.0.1");
        properties.put("mail.smtp.port", Integer.toString(port));
        properties.put("mail.smtp.connectiontimeout", Integer.toString(patienceMillis));
        properties.put("mail.smtp.timeout", Integer.toString(patienceMillis));
        MimeMessage mail = new MimeMessage(Session.getInstance(properties));
        mail.setFrom(new InternetAddress("ishemalink@example.rw"));
        mail.setRecipient(Message.RecipientType.TO, new InternetAddress(to));
        mail.setSubject(subject, "UTF-8");
        MimeMultipart parts = new MimeMultipart();
        MimeBodyPart text = new MimeBodyPart();
        text.setText("Ohereza inyandiko za gasutamo", "UTF-8");
        parts.addBodyPart(text);
        MimeBodyPart manifest = new MimeBodyPart();
        manifest.setText("<manifest/>", "UTF-8", "xml");
        manifest.setFileName("manifest.xml");
        parts.addBodyPart(manifest);
        mail.setContent(parts);
        Transport.send(mail);
    }
}
