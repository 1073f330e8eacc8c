package rw.ishemalink.compliance.manifest;

import java.io.IOException;
import java.io.StringReader;
import java.util.Objects;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.xml.sax.SAXException;

/** The schema that every manifest keeps. */
public final class AwmdsSchema {

    private static final Schema SCHEMA = load();

    private AwmdsSchema() {}

    /**
     * Validates.
     *
     * @throws SAXException when the manifest breaks the schema
     */
    public static void validate(String xml) throws SAXException, IOException {
        SCHEMA.newValidator().validate(new StreamSource(new StringReader(xml)));
    }

    private static Schema load() {
        try {
            return SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                    .newSchema(Objects.requireNonNull(AwmdsSchema.class.getResource("/xsd/awmds.xsd")));
        } catch (SAXException e) {
            throw new IllegalStateException("the schema itself is broken", e);
        }
    }
}
