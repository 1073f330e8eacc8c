package rw.ishemalink.payment.outbound.mtn;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.InstantSource;
import rw.ishemalink.payment.collecting.MobileMoney;
import rw.ishemalink.payment.config.PaymentConfig;
import rw.ishemalink.payment.outbound.GuardedMobileMoney;

/** MTN as the service sees it: behind its breaker. */
@ApplicationScoped
class MtnProducer {

    @Produces
    @ApplicationScoped
    MobileMoney mtn(PaymentConfig config, MeterRegistry meters) {
        MtnMobileMoney mtn = new MtnMobileMoney(config.mtn(), new MtnHttp(config.mtn(), InstantSource.system()));
        return new GuardedMobileMoney(mtn, config.breaker(), meters);
    }
}
