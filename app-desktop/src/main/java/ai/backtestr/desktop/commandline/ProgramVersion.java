package ai.backtestr.desktop.commandline;

import ai.backtestr.desktop.program.Program;
import picocli.CommandLine.IVersionProvider;

/// What `--version` prints.
final class ProgramVersion implements IVersionProvider {
    @Override
    public String[] getVersion() {
        return new String[] {Program.nameAndVersion()};
    }
}
