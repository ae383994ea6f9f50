using MediatR;

namespace WaSaas.Application.Common;

/// <summary>Changes something: the pipeline runs it in one transaction of the tenant in scope and saves.</summary>
public interface ICommand<out TResponse> : IRequest<TResponse>;

/// <summary>Reads only.</summary>
public interface IQuery<out TResponse> : IRequest<TResponse>;

public interface ICommandHandler<in TCommand, TResponse> : IRequestHandler<TCommand, TResponse>
    where TCommand : ICommand<TResponse>;

public interface IQueryHandler<in TQuery, TResponse> : IRequestHandler<TQuery, TResponse>
    where TQuery : IQuery<TResponse>;
