using Microsoft.Extensions.Logging;

namespace WaSaas.Infrastructure.Tests.WhatsApp.Support;

/// <summary>For whoever has to see what a failing test's host said: set WASAAS_TEST_LOG to a file.</summary>
internal sealed class FileLog(string file) : ILoggerProvider, ILogger
{
    private static readonly Lock Writing = new();

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Information;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        lock (Writing)
        {
            File.AppendAllText(file, $"{TimeProvider.System.GetUtcNow():HH:mm:ss.fff} {logLevel} {formatter(state, exception)} {exception}\n");
        }
    }

    public void Dispose()
    {
        // Each line is written for itself.
    }
}
