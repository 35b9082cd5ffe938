package dev.daystream.mail;

import dev.daystream.config.MailSettings;
import dev.daystream.model.Mail;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Properties;

/** Hands letters to a mail server by SMTP, all of a call on one connection; waits happen off the event loop. */
public final class SmtpMail implements Mail {
    private static final String TIMEOUT_MILLIS = "15000";

    private final Vertx vertx;
    private final MailSettings settings;
    private final Clock clock;

    public SmtpMail(Vertx vertx, MailSettings settings, Clock clock) {
        this.vertx = vertx;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public boolean canSend() {
        return true;
    }

    @Override
    public Future<List<Optional<String>>> send(List<Letter> letters) {
        return vertx.executeBlocking(() -> sendAll(letters), false);
    }

    private List<Optional<String>> sendAll(List<Letter> letters) {
        List<Optional<String>> failures = new ArrayList<>();
        Session session = Session.getInstance(properties());
        try (Transport transport = session.getTransport("smtp")) {
            // A password, be it an empty one, makes the client log in wherever the server offers it.
            String password = settings.user() == null ? null : settings.password();
            transport.connect(settings.host(), settings.port(), settings.user(), password);
            for (Letter letter : letters) {
                failures.add(sendOne(session, transport, letter));
            }
        } catch (MessagingException e) {
            // Those that were handed over before are not taken back by a connection that ends badly.
            while (failures.size() < letters.size()) {
                failures.add(Optional.of(words(e)));
            }
        }
        return failures;
    }

    private Optional<String> sendOne(Session session, Transport transport, Letter letter) {
        try {
            MimeMessage message = new MimeMessage(session);
            InternetAddress to = new InternetAddress(letter.to(), true);
            message.setFrom(new InternetAddress(settings.from(), true));
            message.setRecipient(Message.RecipientType.TO, to);
            message.setSubject(letter.subject(), StandardCharsets.UTF_8.name());
            message.setText(letter.text(), StandardCharsets.UTF_8.name());
            message.setSentDate(Date.from(clock.instant()));
            message.setHeader("Auto-Submitted", "auto-generated");
            message.saveChanges();
            transport.sendMessage(message, new InternetAddress[] {to});
            return Optional.empty();
        } catch (MessagingException e) {
            return Optional.of(words(e));
        }
    }

    /** The message of a server may go over several lines and say anything. */
    private static String words(MessagingException e) {
        Throwable cause = e;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        String message =
                String.valueOf(cause.getMessage()).replaceAll("\\s+", " ").strip();
        return message.substring(0, Math.min(500, message.length()));
    }

    private Properties properties() {
        Properties properties = new Properties();
        properties.setProperty("mail.smtp.connectiontimeout", TIMEOUT_MILLIS);
        properties.setProperty("mail.smtp.timeout", TIMEOUT_MILLIS);
        properties.setProperty("mail.smtp.writetimeout", TIMEOUT_MILLIS);
        properties.setProperty("mail.smtp.ssl.enable", Boolean.toString(settings.tls()));
        properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        properties.setProperty("mail.smtp.auth", Boolean.toString(settings.user() != null));
        properties.setProperty("mail.smtp.starttls.enable", Boolean.toString(!settings.tls()));
        // A password must not go over an open line.
        properties.setProperty(
                "mail.smtp.starttls.required", Boolean.toString(!settings.tls() && settings.user() != null));
        return properties;
    }
}
