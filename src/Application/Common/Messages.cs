using MediatR;

namespace WaSaas.Application.Common;

/// <summary>Changes something: the pipeline runs it in one transaction of the tenant in scope and saves.</summary>
public interface ICommand<out TResponse> : IRequest<TResponse>;

/// <summary>
/// A step between two commits that last: if the power fails and takes it back, its worker finds the work still owed and
/// does it again. What it leads to outside this house leaves only after a later commit that lasts, and with it this one.
/// </summary>
public interface IResumable;

/// <summary>Reads only.</summary>
public interface IQuery<out TResponse> : IRequest<TResponse>;

public interface ICommandHandler<in TCommand, TResponse> : IRequestHandler<TCommand, TResponse>
    where TCommand : ICommand<TResponse>;

public interface IQueryHandler<in TQuery, TResponse> : IRequestHandler<TQuery, TResponse>
    where TQuery : IQuery<TResponse>;
