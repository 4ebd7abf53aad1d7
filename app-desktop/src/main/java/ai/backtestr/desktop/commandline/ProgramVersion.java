package ai.backtestr.desktop.commandline;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/// What `--version` prints.
final class ProgramVersion implements IVersionProvider {
    private static final String RESOURCE = "/ai/backtestr/desktop/program.properties";

    @Override
    public String[] getVersion() throws IOException {
        Properties program = new Properties();
        try (InputStream in = ProgramVersion.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IOException("the program's own " + RESOURCE + " is missing");
            }
            program.load(in);
        }
        return new String[] {"backtestr " + program.getProperty("version")};
    }
}
