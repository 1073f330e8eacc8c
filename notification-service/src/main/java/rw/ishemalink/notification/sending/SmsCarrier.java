package rw.ishemalink.notification.sending;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;
import org.jboss.logging.Logger;
import rw.ishemalink.notification.config.NotificationConfig;

/**
 * Gives an SMS to the provider that its tenant and its phone's prefix are routed to; when that one is away, to the next.
 * A provider that did not say may have sent it: twice is better than none.
 */
@ApplicationScoped
class SmsCarrier {

    private static final Logger LOG = Logger.getLogger(SmsCarrier.class);

    private final Map<String, SmsProvider> providers;
    private final SmsRoutes routes;

    SmsCarrier(@All List<SmsProvider> providers, NotificationConfig config) {
        this.providers = providers.stream().collect(Collectors.toMap(SmsProvider::name, Function.identity()));
        this.routes = SmsRoutes.of(config.sms(), this.providers.keySet());
    }

    SendOutcome send(String tenant, Sms sms) {
        RuntimeException away = new ProviderUnavailableException("no provider");
        for (String name : routes.providersFor(tenant, sms.phone())) {
            try {
                return provider(name).send(sms);
            } catch (ProviderUnavailableException | CircuitBreakerOpenException e) {
                LOG.debugf("%s did not take an SMS: %s", name, e.getClass().getSimpleName());
                away = e;
            }
        }
        throw away;
    }

    private SmsProvider provider(String name) {
        SmsProvider provider = providers.get(name);
        if (provider == null) {
            throw new IllegalStateException("checked at the start: " + name);
        }
        return provider;
    }
}
