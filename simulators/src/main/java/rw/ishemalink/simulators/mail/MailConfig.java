package rw.ishemalink.simulators.mail;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Where SMTP listens. */
@ConfigMapping(prefix = "ishema.simulators")
public interface MailConfig {

    /** 0 takes any free port. */
    @WithDefault("2525")
    int smtpPort();

    @WithDefault("127.0.0.1")
    String smtpHost();
}
