using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Quartz;

namespace WaSaas.Infrastructure.Persistence;

/// <summary>
/// What differs from one database to another. Each has a folder of its own beside this file; nothing outside those folders
/// knows which one is used.
/// </summary>
public interface IDatabase
{
    /// <summary>False: only the command <c>migrate</c> changes tables, with a login that may.</summary>
    bool MigratesItself { get; }

    /// <summary>Whoever starts knows that no other host is at work.</summary>
    bool HasOneHost { get; }

    /// <summary>The walled context, and how every context connects.</summary>
    void AddContext(IServiceCollection services);

    /// <summary>For the context without the wall.</summary>
    void Configure(DbContextOptionsBuilder context);

    /// <summary>A key that is there already: somebody else was quicker.</summary>
    bool IsTaken(DbException e);

    /// <summary>
    /// Until the context's open connection is closed, commits need not have reached the disk: a power cut may take the
    /// newest ones back, in the order they were made. Does nothing where the database has no such mode.
    /// </summary>
    Task RelaxAsync(DbContext db, CancellationToken ct);

    /// <summary>Where due jobs are remembered between the program's own table and their hour.</summary>
    void KeepSchedules(IQuartzBuilder quartz);

    /// <summary>What <c>migrate</c> prepares beside the tables of the model.</summary>
    Task ProvisionAsync(CancellationToken ct);

    /// <summary>Opens a connection once, without trying again.</summary>
    /// <param name="isToBeMade">A database that does not exist yet is fine.</param>
    /// <param name="ct">Ends the wait.</param>
    /// <exception cref="DatabaseUnavailableException">With a sentence for the person who starts the program.</exception>
    Task ReachAsync(bool isToBeMade, CancellationToken ct);

    /// <summary>Statements for a second wall inside the database; null when it can build none.</summary>
    string? RowSecurityScript(WaSaasDbContext model);
}

/// <summary>The database cannot be used; the message says why and what to do.</summary>
public sealed class DatabaseUnavailableException(string message, Exception? inner = null) : Exception(message, inner);
