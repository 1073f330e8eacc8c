package rw.ishemalink.payment;

import io.quarkus.bootstrap.classloading.QuarkusClassLoader;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.apache.avro.specific.SpecificData;
import org.junit.jupiter.api.Test;
import rw.ishemalink.schemas.Language;
import rw.ishemalink.schemas.booking.Contact;

@QuarkusTest
@QuarkusTestResource(PaymentParts.class)
class LoaderProbeTest {
    @Test
    void probe() {
        System.err.println("DBG avro=" + SpecificData.class.getClassLoader());
        System.err.println("DBG language=" + Language.class.getClassLoader());
        System.err.println("DBG contact=" + Contact.class.getClassLoader());
        System.err.println("DBG model=" + Contact.newBuilder().getClass().getClassLoader() + " mdl "
                + new SpecificData().getClassLoader() + " get "
                + SpecificData.get().getClassLoader());
        System.err.println("DBG class="
                + new SpecificData().getClass(Language.getClassSchema()).getClassLoader());
        System.err.println("DBG tccl=" + Thread.currentThread().getContextClassLoader());
        ClassLoader l = Language.class.getClassLoader();
        while (l != null) {
            System.err.println("DBG chain " + l + " res=" + l.getResource("org/apache/avro/specific/SpecificData.class")
                    + " local=" + l.getResource("rw/ishemalink/local/parts/KafkaPart.class"));
            l = l.getParent();
        }
        for (Class<?> c : new Class<?>[] {SpecificData.class, Language.class}) {
            for (QuarkusClassLoader e : new QuarkusClassLoader[] {
                (QuarkusClassLoader) Thread.currentThread().getContextClassLoader()
            }) {
                System.err.println("DBG " + c + " in "
                        + e.getElementsWithResource(c.getName().replace('.', '/') + ".class"));
            }
        }
    }
}
